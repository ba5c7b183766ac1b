import type { ReactNode } from 'react';

/** Line drawings of one weight, drawn in the colour of the text around them. */
function drawing(shapes: ReactNode) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {shapes}
    </svg>
  );
}

export const ICONS = {
  desk: drawing(
    <>
      <path d="M3 12v-2a7 7 0 0 1 14 0v2" />
      <rect x="2.5" y="11" width="3.5" height="5" rx="1.2" />
      <rect x="14" y="11" width="3.5" height="5" rx="1.2" />
      <path d="M16 16c0 1.5-2 2-4.5 2" />
    </>,
  ),
  board: drawing(
    <>
      <rect x="3" y="3" width="5.5" height="5.5" rx="1" />
      <rect x="11.5" y="3" width="5.5" height="5.5" rx="1" />
      <rect x="3" y="11.5" width="5.5" height="5.5" rx="1" />
      <rect x="11.5" y="11.5" width="5.5" height="5.5" rx="1" />
    </>,
  ),
  callbacks: drawing(
    <>
      <path d="M4 4.5 6.5 3l2 3.5L7 8c.8 2 2.5 4 5 5l1.500-1.500 3.500 2-1.500 2.500c-1 1.500-11-1.500-12.500-9.500 0-.8.3-1.500 1-2z" />
      <path d="M17 7h-5m0 0 2.200-2.200M12 7l2.200 2.200" />
    </>,
  ),
  events: drawing(
    <>
      <path d="M5 2.500h7l3.500 3.500v11.500h-10.500z" />
      <path d="M12 2.500v3.500h3.500M7.500 10h5.500M7.500 13h5.500" />
    </>,
  ),
  map: drawing(
    <>
      <path d="M2.500 5.500 7.500 3l5 2.500 5-2.500v11.500l-5 2.500-5-2.500-5 2.500z" />
      <path d="M7.500 3v11.500M12.500 5.500V17" />
    </>,
  ),
  vehicles: drawing(
    <>
      <path d="M2 5.500h9.500v8.500H2zM11.500 8.500h3.500l3 3v2.500h-6.500z" />
      <circle cx="5.500" cy="15" r="1.700" />
      <circle cx="14.500" cy="15" r="1.700" />
    </>,
  ),
  quality: drawing(
    <>
      <path d="M3 4.500h9M3 9h6M3 13.500h4" />
      <path d="m10 13.500 2.500 2.500 5-6" />
    </>,
  ),
  stations: drawing(
    <>
      <path d="M3 8.500V17h14V8.500M2 8.500 4 3h12l2 5.500z" />
      <path d="M7.500 17v-5h5v5" />
    </>,
  ),
  checks: drawing(
    <>
      <rect x="4" y="3" width="12" height="14.500" rx="1.500" />
      <path d="m7 8 1.500 1.500L11 7M7 13.500h6" />
    </>,
  ),
  supervisor: drawing(
    <>
      <path d="M3 17h14" />
      <path d="M5.500 14V9.500M10 14V4M14.500 14V7" />
    </>,
  ),
  phone: drawing(
    <path
      d="M4 4.500 6.500 3l2.300 4L7.300 8.500c.8 2 2.200 3.400 4.200 4.200L13 11.200l4 2.300-1.500 2.500C14 18 2 14 4 4.500z"
      fill="currentColor"
    />,
  ),
  search: drawing(
    <>
      <circle cx="8.500" cy="8.500" r="5" />
      <path d="m12.500 12.500 4 4" />
    </>,
  ),
} as const;

export type IconName = keyof typeof ICONS;
