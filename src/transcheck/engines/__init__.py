"""Where the work of a batch is done: in this process, or in several."""
