"""The modules beside the tests that are commands, too."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
