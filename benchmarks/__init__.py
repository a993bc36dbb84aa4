"""Speed, memory and start-up time."""
