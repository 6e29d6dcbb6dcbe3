"""What the measuring scripts share: data on disk, gold alignments, child processes, tables."""
