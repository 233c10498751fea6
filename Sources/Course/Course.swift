// The room Course.
