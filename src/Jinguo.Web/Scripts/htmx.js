// htmx under a strict content policy: no expressions in attributes, no style sheet of its own.
import htmx from 'htmx.org/dist/htmx.esm.js';

htmx.config.includeIndicatorCSS = false;

export default htmx;
