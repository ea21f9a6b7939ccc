"""Collects what the links of a PDF page point at. Called by `pdf_pages`; nothing is followed."""

import ctypes

import pypdfium2.raw as pdfium

from resumate.documents.behind_links import LONGEST_LINK, MOST_LINKS
from resumate.documents.pdfium_calls import Handle


def link_targets(document: Handle, page: Handle) -> list[str]:
    """Return the addresses of a page's links in order; `document` and `page` are pypdfium2's."""
    place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    found: list[str] = []
    for _ in range(MOST_LINKS):
        if not pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(place), ctypes.byref(link)):
            break
        action = pdfium.FPDFLink_GetAction(link)
        if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
            continue
        size = int(pdfium.FPDFAction_GetURIPath(document.raw, action, None, 0))
        if 1 < size <= LONGEST_LINK:
            buffer = ctypes.create_string_buffer(size)
            pdfium.FPDFAction_GetURIPath(document.raw, action, buffer, size)
            found.append(buffer.value.decode("utf-8", "replace"))
    return found
