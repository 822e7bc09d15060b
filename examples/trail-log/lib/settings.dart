const entries = ['Units', 'Dark mode', 'About'];
