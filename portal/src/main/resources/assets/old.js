// For browsers that cannot load the scripts of this page: it says so instead of doing nothing.
document.getElementById('answers').hidden = true;
document.getElementById('too-old').hidden = false;
