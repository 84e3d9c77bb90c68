import type { Tone } from './deed.ts'

const NOTES: Record<Tone, number[]> = { yes: [1046], look: [660, 520], stop: [196] }
const STORED_AS = 'bulaq-sound'

let voice: AudioContext | undefined

export const soundIsOn = () => localStorage.getItem(STORED_AS) !== 'off'

export const turnSound = (on: boolean) => localStorage.setItem(STORED_AS, on ? 'on' : 'off')

/** One high sound for yes, two for look, a low one for stop. The screen says the same without it. */
export function sound(tone: Tone) {
  if (!soundIsOn() || typeof AudioContext === 'undefined') return
  voice ??= new AudioContext()
  const { currentTime, destination } = voice
  for (const [at, frequency] of NOTES[tone].entries()) {
    const start = currentTime + at * 0.16
    const note = new OscillatorNode(voice, { frequency, type: 'sine' })
    const volume = new GainNode(voice, { gain: 0.12 })
    volume.gain.setTargetAtTime(0, start + 0.08, 0.03)
    note.connect(volume).connect(destination)
    note.start(start)
    note.stop(start + (tone === 'stop' ? 0.35 : 0.2))
  }
}
