import '../styles/charts.css'
import '../styles/statistics.css'
import { lockWhenIdle } from './lock.ts'
import { sendForm } from './send-form.ts'
import { speakOnAsBefore } from './speak-on.ts'

// The pages come whole from the Worker: here is only what a page cannot do by itself.
speakOnAsBefore()
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-form]')) form.addEventListener('submit', sendForm)
for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => print())

const door = document.querySelector('[data-sign-in-here]')
if (door) void import('./sign-in-here.tsx').then(({ signInHere }) => signInHere(door))

const who = document.querySelector<HTMLElement>('[data-staff]')
if (who) lockWhenIdle(who)
