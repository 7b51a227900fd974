// Everything here is comfort: each page does its work without it.
import './htmx.js';
import { guardForms } from './guard.js';
import { keepDrafts } from './drafts.js';
import { linkChips } from './chips.js';
import { readHedges } from './hedges.js';
import { shrinkPhotos } from './photos.js';
import { openBeside } from './side.js';
import { drawCharts } from './lazy-charts.js';
import { chooseColumns } from './columns.js';
import { minorComforts } from './comforts.js';

document.documentElement.classList.add('js');

// Acts that listen on the whole document are set once; the others also for what htmx brings in later.
keepDrafts();
guardForms();
shrinkPhotos();
openBeside();
minorComforts();
prepare(document);
document.addEventListener('htmx:after:swap', () => prepare(document));

function prepare(root) {
  linkChips(root);
  readHedges(root);
  drawCharts(root);
  chooseColumns(root);
}
