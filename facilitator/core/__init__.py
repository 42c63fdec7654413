"""The pure center: facts, the state they fold into, and the rules. No input, output or clock."""
