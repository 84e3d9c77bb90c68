const PATHS = {
  yes: 'M4 12.5 10 18 20 6.500',
  look: 'M12 3 22 20H2ZM12 10v5M12 17.300v.4',
  stop: 'M8 2h8l6 6v8l-6 6H8l-6-6V8ZM8.500 8.500l7 7M15.500 8.500l-7 7',
  search: 'M10.500 3.500a7 7 0 1 1 0 14 7 7 0 0 1 0-14ZM16 16l5 5',
  clock: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM12 7v5l3.500 2',
  room: 'M4 21V5l8-2 8 2v16M2 21h20M10 21v-6h4v6',
  close: 'M6 6l12 12M18 6 6 18',
  filter: 'M4 6h16M7 12h10M10 18h4',
  book: 'M5 4h6a3 3 0 0 1 1 1 3 3 0 0 1 1-1h6v15h-6l-1 1-1-1H5ZM12 5v14',
  person: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM4 21c1-5 4-6.500 8-6.500s7 1.500 8 6.500',
  tag: 'M4 4h8l8 8-8 8-8-8ZM8 8v.2',
  camera: 'M3 7h4l2-3h6l2 3h4v12H3ZM12 9a4 4 0 1 1 0 8 4 4 0 0 1 0-8Z',
  back: 'M20 12H4M10 6l-6 6 6 6',
}

export type IconName = keyof typeof PATHS

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
