"""Logistic regression by Newton's method, for the calibrating scripts."""

import numpy as np
import numpy.typing as npt

Rows = npt.NDArray[np.float64]
RIDGE, STEPS = 1e-5, 50


def logistic(examples: dict[str, Rows], shares: dict[str, float], positive: str) -> Rows:
    """Weights of the columns and the bias; `shares` weighs each kind of example whatever its number."""
    rows = np.concatenate([examples[kind] for kind in shares])
    weight = np.concatenate([np.full(len(examples[k]), share / len(examples[k])) for k, share in shares.items()])
    labels = np.concatenate([np.full(len(examples[kind]), float(kind == positive)) for kind in shares])
    design = np.column_stack([rows, np.ones(len(rows))])
    fit = np.zeros(design.shape[1])
    ridge = RIDGE * np.diag([*np.ones(len(fit) - 1), 0.0])
    for _ in range(STEPS):
        likely = chances(rows, fit)
        slope = design.T @ (weight * (labels - likely)) - ridge @ fit
        curve = (design * (weight * likely * (1 - likely))[:, None]).T @ design + ridge
        fit = fit + np.linalg.solve(curve, slope)
    return fit


def fitted(rows: Rows, labels: Rows, ridge: float) -> Rows:
    """Weights of the columns and the bias, by the sum of the log losses and `ridge` times half the squared weights."""
    design = np.column_stack([rows, np.ones(len(rows))])
    fit = np.zeros(design.shape[1])
    penalty = ridge * np.diag([*np.ones(len(fit) - 1), 0.0])
    for _ in range(STEPS):
        likely = chances(rows, fit)
        slope = design.T @ (labels - likely) - penalty @ fit
        curve = (design * (likely * (1 - likely))[:, None]).T @ design + penalty
        step = np.linalg.solve(curve, slope)
        fit = fit + step
        if np.abs(step).max() < 1e-6:
            break
    return fit


def chances(rows: Rows, fit: Rows) -> Rows:
    """The chance of each row to be positive."""
    return np.asarray(1 / (1 + np.exp(-np.clip(rows @ fit[:-1] + fit[-1], -50, 50))))


def report(examples: dict[str, Rows], fit: Rows) -> list[str]:
    """A line for each kind: how many, their mean values, how many lie above one half, quantiles."""
    lines = []
    for kind, rows in examples.items():
        likely = chances(rows, fit)
        low, middle, high = np.quantile(likely, [0.05, 0.5, 0.95])
        means = " ".join(f"{value:6.3f}" for value in rows.mean(axis=0))
        lines.append(
            f"{kind:14} {len(rows):6}  means {means}  >= 0.5: {np.mean(likely >= 0.5):6.1%}  "
            f"quantiles 5, 50, 95: {low:.2f} {middle:.2f} {high:.2f}"
        )
    return lines
