/** The seal: our mark, and the mark of everything signed. */

const PATH = 'M30 48l11 11 23-27';

/** The seal as drawn beside a signature. `label` says what was sealed and when; without it the seal is decoration. */
export function Seal({ size = 92, label, tilt = true }: { size?: number; label?: string; tilt?: boolean }) {
  const spoken = label ? { role: 'img' as const, 'aria-label': label } : { 'aria-hidden': true };
  return (
    <svg class="seal" width={size} height={size} viewBox="0 0 92 92" {...spoken}>
      <g fill="none" stroke="currentColor" transform={tilt ? 'rotate(-9 46 46)' : undefined}>
        <circle cx="46" cy="46" r="42" stroke-width={size < 50 ? 5 : 3} />
        <circle cx="46" cy="46" r="33" stroke-width={size < 50 ? 2.5 : 1.4} stroke-dasharray="3 3" />
        <path d={PATH} stroke-width={size < 50 ? 8 : 6} stroke-linecap="round" stroke-linejoin="round" />
      </g>
    </svg>
  );
}
