"""The texts below the fields of a dataclass, which Python itself throws away."""

import ast
import inspect
import itertools
import textwrap


def meanings(kind: type) -> dict[str, str]:
    """What each field means, by its name; {} where the source is not there to read, as in a frozen application."""
    try:
        [definition] = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    except OSError:
        return {}
    found = {}
    for field, text in itertools.pairwise(getattr(definition, "body", ())):
        match field, text:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(meaning))):
                found[name] = inspect.cleandoc(meaning)
    return found
