"""The corpora written for this project, and the scripts that train its models from them."""
