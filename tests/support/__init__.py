"""What tests share: a clock set by hand, circles played in memory, strategies."""
