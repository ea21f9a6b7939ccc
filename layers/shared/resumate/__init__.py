"""ResuMate: cover letters in which every claim links to the lines of the resume that prove it."""

__version__ = "0.1.0"
