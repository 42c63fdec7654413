"""Skills: who can teach whom, what only one person can do, when to share, and their rules."""
