/** Make many marks one stop of the Tab key: the arrows move among them, Home and End go to the first and last. */
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Hold the marks of a drawing that a selector finds, in the order in which they stand in the page. */
export function roving(drawing: Element, selector: string): { destroy(): void } {
  const marks = (): (HTMLElement | SVGElement)[] => [...drawing.querySelectorAll<HTMLElement | SVGElement>(selector)];
  let last: Element | null = null;

  /** Let one mark be reached: where the reader was last, else what is chosen, else the first. */
  function settle(): void {
    const found = marks();
    const stop = found.find((mark) => mark === last) ?? found.find((mark) => mark.ariaPressed === 'true') ?? found[0];
    for (const mark of found) if (mark.tabIndex !== (mark === stop ? 0 : -1)) mark.tabIndex = mark === stop ? 0 : -1;
  }
  function press(event: Event): void {
    const { key } = event as KeyboardEvent;
    const found = marks();
    const at = found.findIndex((mark) => mark === event.target);
    const next = key === 'Home' ? 0 : key === 'End' ? found.length - 1 : key in STEPS ? at + (STEPS[key] ?? 0) : -1;
    if (at < 0 || !found[next]) return;
    event.preventDefault();
    found[next].focus();
  }
  function remember(event: Event): void {
    last = event.target as Element;
    settle();
  }
  const watching = new MutationObserver(settle);
  watching.observe(drawing, { childList: true, subtree: true });
  drawing.addEventListener('keydown', press);
  drawing.addEventListener('focusin', remember);
  settle();
  return { destroy: () => watching.disconnect() };
}
