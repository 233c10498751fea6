// The room Learning.
