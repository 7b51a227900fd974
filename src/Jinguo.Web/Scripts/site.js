// Everything here is comfort: each page does its work without it.
import { guardForms } from './guard.js';
import { keepTyped } from './keep.js';
import { keepDrafts } from './drafts.js';
import { linkChips } from './chips.js';
import { readHedges } from './hedges.js';
import { shrinkPhotos } from './photos.js';
import { openBeside } from './side.js';
import { drawCharts } from './lazy-charts.js';
import { chooseColumns } from './columns.js';
import { offerBodies } from './bodies.js';
import { minorComforts } from './comforts.js';
import { workOffline } from './offline/offline.js';

document.documentElement.classList.add('js');

keepDrafts();
guardForms();
keepTyped();
shrinkPhotos();
openBeside();
minorComforts();
offerBodies();
linkChips(document);
readHedges(document);
drawCharts(document);
chooseColumns(document);
workOffline();
