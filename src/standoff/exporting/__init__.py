"""Write files out, one module per format."""
