/** Empties the form once what it says now is done; what is written there meanwhile stays. */
export function resetAsSent(form: HTMLFormElement): () => void {
  const written = () => JSON.stringify([...new FormData(form)])
  const sent = written()
  return () => {
    if (written() === sent) form.reset()
  }
}
