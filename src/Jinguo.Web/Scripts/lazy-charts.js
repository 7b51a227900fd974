// <figure data-chart="line|bar" data-table="id"> is drawn from the table it repeats, once it scrolls into view.
export function drawCharts(root) {
  const waiting = root.querySelectorAll('[data-chart]:not([data-ready])');
  if (waiting.length === 0) return;
  const watch = new IntersectionObserver(async entries => {
    const seen = entries.filter(entry => entry.isIntersecting).map(entry => entry.target);
    if (seen.length === 0) return;
    seen.forEach(figure => watch.unobserve(figure));
    const { draw } = await import('./charts.js');
    seen.forEach(draw);
  }, { rootMargin: '100px' });
  waiting.forEach(figure => {
    figure.dataset.ready = '';
    watch.observe(figure);
  });
}
