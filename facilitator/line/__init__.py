"""Line mode: the same circle, printed and typed line by line, and never drawn again."""
