"""All benchmarks, each in a process of its own: python -m tests.bench [NAME ...]"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def main() -> None:
    """Run the benchmarks of these names, or all; exit status 1 if one of them exceeds its limits."""
    benches = (path.stem for path in sorted(Path(__file__).parent.glob("*.py")))
    found = [name for name in benches if name not in ("__main__", "generated")]
    failed = []
    for name in sys.argv[1:] or found:
        print(f"== {name}", flush=True)
        if subprocess.run([sys.executable, "-m", f"tests.bench.{name}"]).returncode:
            failed.append(name)
    sys.exit(f"over the limit or failed: {', '.join(failed)}" if failed else 0)


if __name__ == "__main__":
    main()
