"""The composer as its endpoint loads it: the folder of its scripts on the search path, nothing installed."""

import sys
from pathlib import Path

CODE = Path(__file__).parents[3] / "sagemaker_models" / "composer" / "code"
if str(CODE) not in sys.path:
    sys.path.append(str(CODE))
