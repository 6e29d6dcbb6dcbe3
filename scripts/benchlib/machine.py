"""What a measured time depends on: the machine, what else runs on it, the versions."""

import os
import platform
from importlib.metadata import version
from pathlib import Path


def load() -> float:
    """Load average over the last minute: above the cores in use, times are worth little."""
    return round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else float("nan")


def processor() -> str:
    """The processor's name and the features for short floats that matter to the encoder."""
    info = Path("/proc/cpuinfo")
    if not info.is_file():
        return platform.processor() or platform.machine()
    text = info.read_text("ascii", "replace")
    name = next((line.partition(":")[2].strip() for line in text.split("\n") if line.startswith("model name")), "?")
    features = [feature for feature in ("avx512_bf16", "amx_bf16") if feature in text]
    return " ".join([name, *features])


def signature() -> dict[str, object]:
    """Machine and versions, for frozen results."""
    names = ("transcheck", "torch", "transformers", "numpy")
    return {
        "processor": processor(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        **{name: version(name) for name in names},
    }
