// The one script of the support center: it adds comfort, never function. Each part is a file of its own beside this one.
document.documentElement.classList.add('has-script');
