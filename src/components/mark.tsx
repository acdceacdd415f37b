/** The product's sign: a string tied between two points, and one warm light on it. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#3a2118" />
      <circle cx="16" cy="19" r="10" fill="#f2a33c" opacity=".18" />
      <path
        d="M5 9.5C8 17 12 18 16 18s8-1 11-8.5"
        fill="none"
        stroke="#f7dfc2"
        stroke-width="2"
        stroke-linecap="round"
      />
      <circle cx="5" cy="9.5" r="2.6" fill="#f7dfc2" />
      <circle cx="27" cy="9.5" r="2.6" fill="#f7dfc2" />
      <circle cx="16" cy="20" r="5.2" fill="#f6b03f" />
    </svg>
  );
}

/** The same string across an empty space, its light not yet lit. */
export function StringOfLight() {
  return (
    <svg class="string" viewBox="0 0 160 48" aria-hidden="true" focusable="false">
      <path
        d="M8 8C40 36 60 38 80 38s40-2 72-30"
        fill="none"
        stroke="var(--line-strong)"
        stroke-width="1.5"
      />
      <circle cx="8" cy="8" r="4" fill="var(--line-strong)" />
      <circle cx="152" cy="8" r="4" fill="var(--line-strong)" />
      <circle cx="80" cy="38" r="7" fill="var(--sheet)" stroke="var(--glow)" stroke-width="2" />
    </svg>
  );
}
