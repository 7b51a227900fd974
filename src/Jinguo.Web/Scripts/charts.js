// Lines and bars only. The numbers are read from the table, so that chart and table cannot differ:
// the first row of the head gives the categories, each row of the body one series; a total column is left out.
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

// Height of a name at the end of a line.
const nameHeight = 24;

use([BarChart, LineChart, GridComponent, TooltipComponent, CanvasRenderer]);

export function draw(figure) {
  const area = figure.querySelector('.jg-chart-area');
  const table = document.getElementById(figure.dataset.table);
  const { heads, categories, series } = readTable(table);
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const text = { color: colour('--ink-2'), fontSize: 16, fontFamily: getComputedStyle(document.body).fontFamily };
  const chart = init(area);
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: text.fontFamily },
    tooltip: { trigger: 'axis', textStyle: { ...text, color: colour('--ink') } },
    xAxis: {
      type: 'category', data: categories,
      axisLabel: { ...text, hideOverlap: true }, axisTick: { show: false }, axisLine: { lineStyle: { color: colour('--edge') } },
    },
    yAxis: { type: 'value', axisLabel: text, splitNumber: 4, splitLine: { lineStyle: { color: colour('--line-2') } } },
    series: series.map((one, index) => style(figure.dataset.chart, one, index === 0, colour, text)),
  });
  new ResizeObserver(() => {
    chart.resize();
    chart.setOption({ grid: place(area, table, heads) });
    if (figure.dataset.chart === 'line') chart.setOption({ series: apart(chart, series) });
  }).observe(area);
}

/** The names at the ends of lines keep apart from each other, below the top and above the names of the months. */
function apart(chart, series) {
  const at = value => chart.convertToPixel({ yAxisIndex: 0 }, value);
  const names = series.map(({ values }) => values.filter(value => value !== null).pop() ?? 0).map(value => ({ from: at(value), to: at(value) }));
  const sorted = [...names].sort((one, other) => one.from - other.from);
  let least = nameHeight / 2;
  for (const name of sorted) {
    name.to = Math.max(name.to, least);
    least = name.to + nameHeight;
  }
  let most = at(0) - nameHeight / 2;
  for (const name of sorted.reverse()) {
    name.to = Math.min(name.to, most);
    most = name.to - nameHeight;
  }
  return names.map(({ from, to }) => ({ endLabel: { offset: [0, to - from] } }));
}

/** Under the table's columns where they all can be seen, else over the whole width. */
function place(area, table, heads) {
  const narrow = { left: 8, right: 96, top: 16, bottom: 8, outerBoundsMode: 'same' };
  if (heads.length < 2 || table.offsetWidth > table.parentElement.clientWidth) return narrow;
  const frame = area.getBoundingClientRect();
  const first = middle(heads[0]) - frame.left;
  const last = middle(heads[heads.length - 1]) - frame.left;
  const half = (last - first) / (heads.length - 1) / 2;
  return { left: first - half, right: frame.width - last - half, top: 16, bottom: 32, outerBoundsMode: 'none' };
}

function middle(cell) {
  const range = document.createRange();
  range.selectNodeContents(cell);
  const { left, right } = range.getBoundingClientRect();
  return (left + right) / 2;
}

function style(type, { name, values }, first, colour, text) {
  const ink = first ? colour('--rose') : colour('--edge');
  return {
    name, type, data: values, symbol: 'circle', symbolSize: first ? 8 : 6, z: first ? 3 : 2,
    itemStyle: { color: ink },
    lineStyle: { color: ink, width: first ? 2.5 : 1.5, type: first ? 'solid' : 'dashed' },
    endLabel: { ...text, show: type === 'line', formatter: '{a}', color: first ? colour('--rose') : colour('--ink-2'), fontWeight: first ? 600 : 400 },
  };
}

function readTable(table) {
  const words = cell => cell.textContent.replace(/\s+/g, ' ').trim();
  const kept = [...table.tHead.rows[0].cells].map((cell, index) => ({ cell, index }))
    .filter(({ cell, index }) => index > 0 && cell.dataset.total === undefined);
  // Where nothing was recorded (—) there was nothing; a number that is not shown (<5) stays out.
  const number = cell => {
    if (words(cell) === '—') return 0;
    const found = words(cell).replace(/,/g, '').match(/-?\d+(\.\d+)?/);
    return found && !words(cell).startsWith('<') ? Number(found[0]) : null;
  };
  return {
    heads: kept.map(({ cell }) => cell),
    categories: kept.map(({ cell }) => words(cell)),
    series: [...table.tBodies[0].rows].filter(row => row.dataset.chart !== 'no')
      .map(row => ({ name: row.dataset.name ?? words(row.cells[0]), values: kept.map(({ index }) => number(row.cells[index])) })),
  };
}
