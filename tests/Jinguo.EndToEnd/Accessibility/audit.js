// What axe does not look at. Each look answers with what it found, in words; nothing found is good.
window.audit = (() => {
  const interactive = 'a[href], button, summary, select, textarea, input:not([type="hidden"])';
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const words = element => `<${element.localName}${element.className && typeof element.className === 'string' ? ` class="${element.className}"` : ''}> ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}`;
  const shows = element => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 0
    && !element.closest('.jg-aloud, .jg-skip, noscript');
  const texts = within => {
    const found = [];
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (walker.currentNode.data.trim() !== '' && shows(walker.currentNode.parentElement)) found.push(walker.currentNode.parentElement);
    }
    return [...new Set(found)];
  };

  /** Language, title, ids, one title of the page, the way past the navigation, one main part, nothing that pops up. */
  function structure() {
    const found = [];
    if (!document.documentElement.lang.startsWith('zh')) found.push(`the language is "${document.documentElement.lang}"`);
    if (document.title.replace('巾帼', '').trim() === '') found.push(`the title is "${document.title}"`);
    const titles = all('h1').filter(shows);
    if (titles.length !== 1) found.push(`${titles.length} titles of the page (h1): ${titles.map(words).join(', ')}`);
    if (all('main').length !== 1) found.push(`${all('main').length} main parts`);
    const first = all(interactive)[0];
    const target = first?.matches('a.jg-skip') ? document.querySelector(first.getAttribute('href')) : null;
    if (target?.localName !== 'main') found.push('the first stop of the keyboard does not lead to the main part');
    const ids = all('[id]').map(element => element.id);
    for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) found.push(`several elements with the id ${id}`);
    for (const open of all('dialog[open], [role="dialog"], [role="alertdialog"], details.jg-menu[open]')) found.push(`pops up by itself: ${words(open)}`);
    return found;
  }

  /** Nothing sticks out of the page; what scrolls in its own box is reached by the keyboard; nothing is cut off. */
  async function fits() {
    // Charts follow the window a moment later.
    await new Promise(drawn => { requestAnimationFrame(() => requestAnimationFrame(drawn)); });
    const found = [];
    const page = document.scrollingElement;
    if (page.scrollWidth > innerWidth) {
      const beyond = all('body *').filter(element => shows(element) && element.getBoundingClientRect().right > innerWidth + 1);
      const causes = beyond.filter(element => !scroller(element.parentElement));
      found.push(`the page is ${page.scrollWidth} px wide on ${innerWidth}: ${(causes.length > 0 ? causes : beyond).slice(0, 3).map(words).join('; ')}`);
    }
    for (const box of all('body *')) {
      if (box.scrollWidth <= box.clientWidth + 1 || box.clientWidth === 0 || !shows(box) || box.matches('input, select, textarea')) continue;
      const style = getComputedStyle(box);
      if (/auto|scroll/.test(style.overflowX) && box.tabIndex < 0 && !box.querySelector(interactive)) found.push(`scrolls, but not by keyboard: ${words(box)}`);
      if (/hidden|clip/.test(style.overflowX) && style.textOverflow !== 'ellipsis') found.push(`is cut off: ${words(box)}`);
    }
    return found;
  }

  const scroller = element => element !== null && (/auto|scroll|hidden/.test(getComputedStyle(element).overflowX) && element !== document.body && element !== document.documentElement || scroller(element.parentElement));

  /** What is pressed is large enough, links within a sentence apart. */
  function targets(least) {
    const found = [];
    for (const element of all(interactive)) {
      if (!shows(element) || element.disabled || isWithinSentence(element)) continue;
      const boxes = [element, ...element.labels ?? [], element.closest('.jg-pick, .jg-search')].filter(one => one !== null).map(one => one.getBoundingClientRect());
      if (boxes.some(box => isAtLeast(least, box.width, box.height))) continue;
      const over = getComputedStyle(element, '::after');
      const place = `${words(element)} in <${element.parentElement.localName} class="${element.parentElement.className}">`;
      if (over.position !== 'absolute' || !isAtLeast(least, parseFloat(over.width), parseFloat(over.height))) {
        found.push(`${Math.round(boxes[0].width)}×${Math.round(boxes[0].height)} to press, at least ${least}: ${place}`);
      } else {
        const other = neighbour(element, least);
        if (other) found.push(`has not ${least}×${least} for itself: ${place}, beside ${words(other)}`);
      }
    }
    return found;
  }

  const isAtLeast = (least, width, height) => width >= least - .5 && height >= least - .5;

  const isWithinSentence = element => element.localName === 'a' && getComputedStyle(element).display === 'inline'
    && [...element.parentElement.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');

  /** Something else that answers where this one should: four points at the edge of its place are pressed. */
  function neighbour(element, least) {
    element.scrollIntoView({ block: 'center', inline: 'center' });
    const box = element.getBoundingClientRect();
    const over = getComputedStyle(element, '::after');
    const moved = new DOMMatrix(over.transform);
    const x = box.x + parseFloat(over.left) + moved.e + parseFloat(over.width) / 2;
    const y = box.y + parseFloat(over.top) + moved.f + parseFloat(over.height) / 2;
    const far = least / 2 - 2;
    return [[x - far, y], [x + far, y], [x, y - far], [x, y + far]]
      .map(([left, top]) => document.elementFromPoint(left, top)?.closest(interactive))
      .find(hit => hit && hit !== element);
  }

  /** Letters of the main part are large enough, their lines and paragraphs far enough apart. */
  function letters(least) {
    const found = [];
    for (const element of texts(document.querySelector('main'))) {
      if (element.closest('svg, option')) continue;
      const style = getComputedStyle(element);
      const size = parseFloat(style.fontSize);
      const spacing = parseFloat(style.lineHeight) / size;
      if (size < least) found.push(`letters of ${size} px, at least ${least}: ${words(element)}`);
      if (!(spacing >= 1.295)) found.push(`lines ${style.lineHeight} apart at ${size} px: ${words(element)}`);
      const before = element.previousElementSibling;
      if (element.localName === 'p' && before?.localName === 'p' && !element.closest('.jg-sheet, .jg-paper') && style.display === 'block') {
        const gap = element.getBoundingClientRect().top - before.getBoundingClientRect().bottom;
        if (gap >= 0 && gap < .3 * parseFloat(style.lineHeight) - .5) found.push(`paragraphs ${gap} px apart: ${words(element)}`);
      }
    }
    return found;
  }

  /** On paper: nothing to press, nothing beyond the edge of the sheet, nothing shortened or hidden in a box. */
  function paper() {
    const found = all('nav:not(.jg-pager), .jg-pager ul, .jg-top, .jg-filter, .jg-phonebar, button, .jg-button, #side-slot').filter(shows).map(element => `printed: ${words(element)}`);
    for (const element of all('main *').filter(shows)) {
      const style = getComputedStyle(element);
      if (element.getBoundingClientRect().right > innerWidth + 1) found.push(`beyond the edge of ${innerWidth}: ${words(element)}`);
      if (style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1 && !element.matches('input, select')) found.push(`cut off: ${words(element)}`);
      if (style.overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1 && !element.matches('input, select, textarea')) found.push(`cut off below: ${words(element)}`);
    }
    return found;
  }

  /** What the keyboard is at, and whether an outline shows it. */
  function stop() {
    const element = document.activeElement;
    const outlined = one => one && getComputedStyle(one).outlineStyle !== 'none' && parseFloat(getComputedStyle(one).outlineWidth) > 0 && one.checkVisibility();
    // A choice shows it around its words, a photo and a filter around their box.
    const seen = element === document.body || [element, element.matches('.jg-choice > input') ? element.nextElementSibling : null, element.closest('.jg-pick, .jg-photo')].some(outlined);
    return { words: words(element), seen };
  }

  return { structure, fits, targets, letters, paper, stop };
})();
