/** A drop that is also an open book. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        fill-rule="evenodd"
        d="M16 1C12 8 4 13.5 4 20.5 4 27 9.5 31 16 31s12-4 12-10.5C28 13.5 20 8 16 1Zm-.8 26.4C13 25.7 10.7 25 7.7 25L6.8 17.2c3.4-.2 6.2.7 8.4 2.4Zm1.6 0v-7.8c2.2-1.7 5-2.6 8.4-2.4l-.9 7.8c-3 0-5.3.7-7.5 2.4Z"
      />
    </svg>
  )
}
