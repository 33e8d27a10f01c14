/* Early returns. */
#ifndef LIMBER_TRY_H
#define LIMBER_TRY_H

/* Return the negative errno of a call that failed. */
#define TRY(call)                                                                                  \
	do {                                                                                       \
		int try_result = (call);                                                           \
		if (try_result < 0)                                                                \
			return try_result;                                                         \
	} while (0)

#endif
