/** An area whose width a scale of time spans, and the stretch of days drawn over it with the pointer. */
import { scaleFor, type Stretch } from './axis';
import { day, endOf, startOf } from './dates';

const LEAST = 5; // pixels: less is a click, which clears the stretch

export class Brush {
  /** The element that is drawn over. */
  area = $state<HTMLElement>();
  width = $state(800);
  #drag = $state<{ readonly start: number; readonly now: number } | null>(null);

  /** Take what the width spans (nothing while nothing is dated), the bounds that stand, and what to do with new ones. */
  constructor(
    private readonly spanned: () => Stretch | null,
    private readonly bounds: () => { readonly from: string; readonly to: string },
    private readonly set: (from: string, to: string) => void,
  ) {}

  readonly scale = $derived.by(() => {
    const spanned = this.spanned();
    return spanned && scaleFor(spanned, this.width);
  });

  /** Say a place on the width as a share of it, so that what is drawn fits paper too, where nothing is measured anew. */
  share(pixels: number): string {
    return `${((100 * pixels) / Math.max(this.width, 1)).toFixed(3)}%`;
  }

  /** The stretch to show, in pixels: what is being drawn, else what stands. */
  get stretch(): { left: number; right: number } | null {
    if (this.#drag) return { left: Math.min(this.#drag.start, this.#drag.now), right: Math.max(this.#drag.start, this.#drag.now) };
    const { scale } = this;
    const { from, to } = this.bounds();
    return scale && (from || to) ? { left: from ? scale(startOf(from)) : 0, right: to ? scale(endOf(to)) : this.width } : null;
  }

  /** What the area listens to. */
  readonly listening = {
    onpointerdown: (event: PointerEvent): void => {
      if (event.button !== 0 || (event.target as Element).closest('button')) return;
      this.area?.setPointerCapture(event.pointerId);
      this.#drag = { start: this.#at(event), now: this.#at(event) };
    },
    onpointermove: (event: PointerEvent): void => {
      if (this.#drag) this.#drag = { ...this.#drag, now: this.#at(event) };
    },
    onpointerup: (): void => {
      const { scale } = this;
      const stretch = this.#drag && this.stretch;
      this.#drag = null;
      if (!scale || !stretch) return;
      if (stretch.right - stretch.left < LEAST) this.set('', '');
      else this.set(day(scale.invert(stretch.left).getTime()), day(scale.invert(stretch.right).getTime()));
    },
    onpointercancel: (): void => {
      this.#drag = null;
    },
  };

  #at(event: PointerEvent): number {
    const box = this.area?.getBoundingClientRect();
    return box ? Math.min(Math.max(event.clientX - box.left, 0), box.width) : 0;
  }
}
