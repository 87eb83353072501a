// From a folder a page cannot read the others: what is found is listed by its headings, without a line of its text.
if (location.protocol === "file:") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
