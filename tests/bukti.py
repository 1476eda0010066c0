"""Runs the three proofs in full, one after the other; each prints its counts.

    python tests/bukti.py 2023-07

Falsified finished files of the month, a publication killed at every step, and
personal values put into every place. The exit status is 1 if one of them lets something through.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROOFS = {
    "prove/same/palsu.py": True,
    "publish/bunuh.py": False,
    "prove/privacy/bocor.py": True,
}


def main(arguments: list[str]) -> int:
    """Run all proofs, also after one has failed."""
    failed = []
    for name, of_month in PROOFS.items():
        print(f"== {name}", flush=True)
        command = [sys.executable, str(Path(__file__).parent / name)]
        done = subprocess.run([*command, *(arguments if of_month else [])], check=False)
        failed += [name] if done.returncode else []
    print(f"Tidak lolos: {', '.join(failed)}." if failed else "Semua terbukti.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
