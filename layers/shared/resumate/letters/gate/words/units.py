"""Units of measure in full and for short: what a number is of, never a statement of its own."""

from typing import Final

UNITS_OF_MEASURE: Final = frozenset(
    """
    metre metres meter meters kilometre kilometres kilometer kilometers centimetre centimetres centimeter centimeters millimetre millimetres millimeter millimeters
    cubic square litre litres liter liters gram grams gramme grammes kilogram kilograms kilo kilos tonne tonnes ton tons pound pounds ounce ounces
    mile miles yard yards foot feet inch inches acre acres hectare hectares degree degrees celsius fahrenheit
    watt watts kilowatt kilowatts megawatt megawatts volt volts amp amps ampere amperes milliamp milliamps microamp microamps hertz kilohertz megahertz gigahertz
    byte bytes kilobyte kilobytes megabyte megabytes gigabyte gigabytes terabyte terabytes petabyte petabytes
    wpm rpm bpm mph kph dpi fps km cm mm m kg g t l ml kw mw kwh mwh kwp v a ma hz khz mhz ghz kb mb gb tb pb
    """.split()
)
