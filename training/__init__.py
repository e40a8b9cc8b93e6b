"""Train the weights the package ships."""
