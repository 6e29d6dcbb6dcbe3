"""Puts atoms together into numbers: 3 x 100 + 20 + 5, 1.5 million, two and a half, three quarters, साढ़े तीन लाख."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import regex

from transcheck.text.number_atoms import Atom
from transcheck.text.number_lexicon import Lexicon, Sort

_ALONE = (Sort.WEAK, Sort.MONTH, Sort.OTHER_MONTH, Sort.SIGN)
# 550多万, 5만여 명: a little more than so many.
_GAP = regex.compile(r"[ -]?|[多余餘数여]")


@dataclass(slots=True)
class Run:
    """Atoms that make one number, while it is being put together."""

    start: int
    end: int
    stacks: list[list[float]]
    """One stack of addends for each reading of the first literal."""
    room: float = 1.0
    """What is added next must be smaller: 10 after twenty, 1000 after two thousand."""
    sort: Sort = Sort.CARDINAL
    atoms: list[Atom] = field(default_factory=list)
    offset: float = 0.0
    scaled: float = 0.0
    """The last scale, 0 if none."""
    units: float = 0.0
    """The scale that the half of 'a million and a half' belongs to, when it may be repeated."""

    @property
    def values(self) -> tuple[float, ...]:
        """The value of each reading."""
        return tuple(dict.fromkeys(round(sum(stack) + self.offset, 9) for stack in self.stacks))

    @property
    def digits(self) -> bool:
        """Whether any part is written in digits."""
        return any(atom.literal for atom in self.atoms)

    @property
    def top(self) -> float:
        """The last addend, 0 if there is none yet."""
        return self.stacks[0][-1] if self.stacks[0] else 0.0


def _room(value: float, lex: Lexicon, ordinal: bool = False) -> float:
    if value == 10 and (ordinal or lex.option("ten_adds")):
        return 10
    if value in (lex.option("additive_tens") or ()):
        return 20
    if value >= 100 and value % 100 == 0:
        return 100 if value < 1000 else 1000
    return 10 if 20 <= value < 100 and value % 10 == 0 else 1


def compose(text: str, found: Sequence[Atom], lex: Lexicon) -> Iterator[Run]:
    """The numbers that the atoms make, in order; each atom but joins is in exactly one."""
    run: Run | None = None
    pending: Atom | None = None
    for i, atom in enumerate(found):
        near = run is not None and _GAP.fullmatch(text[(pending or run).end : atom.start - atom.lead]) is not None
        if atom.sort in (Sort.JOIN, Sort.FILLER):
            # Of two in a row (and a half) the first decides.
            if near:
                pending = replace(pending, end=atom.end) if pending else atom
            elif run:
                yield run
                run = pending = None
            continue
        following = found[i + 1] if i + 1 < len(found) else None
        joined = atom.joined or (pending is not None and pending.sort is Sort.JOIN)
        if run is None or not near or not _extend(run, atom, joined, pending, following, lex):
            if run is not None:
                yield run
            run = _begin(atom, lex)
        pending = None
    if run is not None:
        yield run


def _begin(atom: Atom, lex: Lexicon) -> Run:
    run = Run(atom.start, atom.end, [], sort=atom.sort, atoms=[atom])
    if atom.sort is Sort.OFFSET:
        run.stacks, run.offset, run.room = [[]], atom.values[0], 100
    else:
        run.stacks = [[value] for value in atom.values] or [[]]
    if atom.sort is Sort.SCALE:
        run.room = run.scaled = atom.values[0]
    elif atom.sort in (Sort.CARDINAL, Sort.ORDINAL):
        run.room = _room(atom.values[0], lex, atom.sort is Sort.ORDINAL)
    return run


def _extend(run: Run, atom: Atom, joined: bool, pending: Atom | None, following: Atom | None, lex: Lexicon) -> bool:
    done = False
    hinted = run.sort in _ALONE or not atom.values
    if hinted:
        done = False
    elif atom.sort is Sort.SCALE:
        done = _scale(run, atom.values[0], joined, lex)
    elif atom.sort is Sort.LITERAL:
        done = _literal(run, atom, joined, following, lex)
    elif atom.sort is Sort.FRACTION:
        # במחצית is "in the half", no part of the number before it.
        done = (joined or not atom.lead) and _fraction(run, atom.values[0], joined)
    elif atom.sort is Sort.OFFSET and atom.values[0] > 0 and run.sort is not Sort.OFFSET:
        done = _fraction(run, atom.values[0], True)
    elif atom.sort in (Sort.CARDINAL, Sort.ORDINAL) and not (pending and pending.sort is Sort.FILLER):
        done = _add(run, atom, joined, lex)
    if done:
        run.end = atom.end
        run.atoms.append(atom)
    return done


def _add(run: Run, atom: Atom, joined: bool, lex: Lexicon) -> bool:
    value = atom.values[0]
    if run.sort is Sort.OFFSET and not run.stacks[0]:
        run.stacks = [[value]]
        run.room, run.sort = 1, Sort.CARDINAL
        return True
    if run.sort is Sort.FRACTION or run.digits:
        # 1.7 million, four years ago.
        return False
    if run.sort is Sort.ORDINAL and atom.sort is not Sort.ORDINAL and not lex.option("inverted"):
        return False
    if lex.option("needs_join") and not joined:
        return False
    if lex.option("inverted") and joined and 1 <= run.top <= 9 and 20 <= value < 100 and value % 10 == 0:
        for stack in run.stacks:
            stack[-1] += value
        run.room = 1
    elif value < run.room:
        for stack in run.stacks:
            stack.append(value)
        run.room = _room(value, lex)
    elif atom.sort is Sort.ORDINAL and 1 <= run.top <= 9 and value >= 3 and len(run.atoms) == 1:
        run.stacks, run.sort = [[run.top / value]], Sort.FRACTION
        return True
    else:
        return False
    run.sort = atom.sort if atom.sort is Sort.ORDINAL else run.sort
    return True


def _scale(run: Run, scale: float, joined: bool, lex: Lexicon) -> bool:
    if run.units:
        return run.units == scale
    if run.sort is Sort.ORDINAL or (run.sort is Sort.FRACTION and lex.glued):
        # 3년 반 만에 is "after three and a half years".
        return False
    small = [value for value in run.stacks[0] if value < scale] if run.stacks[0] else []
    if run.sort is Sort.OFFSET and not run.stacks[0]:
        small = [1.0]
        run.stacks = [[1.0]]
    if joined or not small:
        if not scale < run.room:
            return False
        for stack in run.stacks:
            stack.append(scale)
    else:
        for n, stack in enumerate(run.stacks):
            kept = [value for value in stack if value >= scale]
            rest = [value for value in stack if value < scale]
            if not rest:
                kept, rest = [], stack
            run.stacks[n] = [*kept, round(sum(rest) * scale + run.offset * scale, 6)]  # 1400.129 x 10,000 is whole
        run.offset = 0.0
    run.sort = Sort.CARDINAL if run.sort is not Sort.LITERAL else run.sort
    run.room = run.scaled = scale
    return True


def _literal(run: Run, atom: Atom, joined: bool, following: Atom | None, lex: Lexicon) -> bool:
    value = atom.values[0]
    if run.sort is Sort.OFFSET and not run.stacks[0]:
        run.stacks, run.sort = [[v] for v in atom.values], Sort.LITERAL
        return True
    spelled = not run.digits and not (joined and lex.option("needs_join"))
    if not run.scaled or not value < run.room or spelled:
        return False
    if following is not None and following.sort is Sort.SCALE and following.values[0] >= run.scaled:
        return False
    again = following is not None and following.sort is Sort.SCALE and following.values[0] < run.scaled
    if not (lex.glued or again or (joined and lex.option("needs_join"))):
        return False
    for stack in run.stacks:
        stack.append(value)
    run.room = 1
    return True


def _fraction(run: Run, value: float, joined: bool) -> bool:
    if run.sort is Sort.FRACTION or not run.stacks[0]:
        return False
    if joined:
        unit = run.scaled if run.scaled >= 1000 and run.top >= run.scaled else 1
        for stack in run.stacks:
            stack.append(value * unit)
        run.units = unit if unit > 1 else 0
        run.room = 1
        return True
    if run.top != int(run.top) or run.top > 20:
        return False
    if value == 0.5 and run.top > 1:
        # trois et demi, 5時半: what follows a whole number unjoined is added.
        for stack in run.stacks:
            stack.append(value)
    else:
        run.stacks = [[run.top * value]]
        run.sort = Sort.FRACTION
    return True
