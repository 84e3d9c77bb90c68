const TIYN_IN_TENGE = 100

/** Tiyn rounded once to whole tenge, half up: coins below one tenge do not circulate. */
export const wholeTenge = (tiyn: number): number => Math.round(tiyn / TIYN_IN_TENGE) * TIYN_IN_TENGE

/** The whole tenge in an amount that must not be passed. */
export const wholeTengeIn = (tiyn: number): number => Math.floor(tiyn / TIYN_IN_TENGE) * TIYN_IN_TENGE
