"""The course as others receive it: the built book, the stored lessons, the room they are opened in."""
