/** A drop that is also an open book. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        fill-rule="evenodd"
        d="M16 1C12 8 4 13.500 4 20.500 4 27 9.500 31 16 31s12-4 12-10.500C28 13.500 20 8 16 1Zm-1.200 26.200C12.600 25.600 10.200 25 7.300 25 6.700 23.800 6.400 22.300 6.500 20.800c3.200-.1 6 .6 8.300 2.100Zm2.400 0v-4.300c2.300-1.500 5.100-2.200 8.300-2.100.1 1.500-.2 3-.8 4.200-2.900 0-5.300.6-7.500 2.200Z"
      />
    </svg>
  )
}
