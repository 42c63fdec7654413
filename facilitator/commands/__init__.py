"""What can be done at each screen: keys, words and help in one place; nothing that draws."""
