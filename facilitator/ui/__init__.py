"""Between the state and what is drawn: views, commands, themes, user text made safe."""
