"""What the office formats share: archives, drawings, the look of tables and lines."""
