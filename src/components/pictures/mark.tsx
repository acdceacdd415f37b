/** The product's sign: one warm light on a string that goes on to both sides. The icons are drawn from the same lines. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#3a2118" />
      <circle cx="16" cy="19.5" r="11.5" fill="#f6a733" opacity=".22" />
      <path d="M0 5.5Q16 12.5 32 5.5" fill="none" stroke="#e8c9a4" stroke-width="1.8" />
      <rect x="13.4" y="8.2" width="5.2" height="5" rx="1.2" fill="#e8c9a4" />
      <circle cx="16" cy="19.5" r="7.5" fill="#ffb43d" />
      <path
        d="M11.4 18.6a4.8 4.8 0 0 1 3.3-3.6"
        fill="none"
        stroke="#ffe9c4"
        stroke-width="1.6"
        stroke-linecap="round"
      />
    </svg>
  );
}

/** The same string across an empty space, its light not yet lit. */
export function StringOfLight() {
  return (
    <svg class="string" viewBox="0 0 160 56" aria-hidden="true" focusable="false">
      <path d="M4 6Q80 42 156 6" fill="none" stroke="var(--line-strong)" stroke-width="1.5" />
      <circle cx="4" cy="6" r="3.5" fill="var(--line-strong)" />
      <circle cx="156" cy="6" r="3.5" fill="var(--line-strong)" />
      <rect x="77" y="22" width="6" height="6" rx="1.5" fill="var(--line-strong)" />
      <circle cx="80" cy="36" r="8.5" fill="var(--sheet)" stroke="var(--glow)" stroke-width="2" />
    </svg>
  );
}
