"""Links names. (Being built.)"""

from transcheck.model.align import Aligned
from transcheck.model.terms import Link


def link_names(aligned: Aligned) -> tuple[Link, ...]:
    """Nothing yet."""
    return ()
