/*
 * limber-calls: report the programs that record, as the sound server knows them (PulseAudio, or
 * PipeWire in its place). Of Bluetooth headsets only the server knows. A process of its own because
 * libpulse would more than double what limberd holds.
 *
 * Standard input and output: messages of core/codec/card_wire.h. To limberd: "shown 1" once the
 * server has answered, then at each change "action server NAME", "action on PROGRAM" or "action
 * off". What limberd sends is not read; at the end of it limber-calls exits.
 *
 * Exit status: 0 at the end of input, 1 no server answers any more; before that "error" gives the
 * reason.
 */
#include <errno.h>
#include <pulse/pulseaudio.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/base/limits.h"
#include "core/codec/card_wire.h"

enum { MONITORS_MAX = 64, TEXT_SIZE = 256 };

struct reading {
	uint32_t monitors[MONITORS_MAX]; /* sources that play back what is heard, no microphones */
	int monitor_count;
	bool on;
	char who[WHO_SIZE]; /* the first program that records */
};

struct calls {
	pa_mainloop_api *loop;
	pa_context *context;
	bool asked, again; /* the lists are asked for; they changed meanwhile */
	struct reading reading;
	char server[TEXT_SIZE], said[TEXT_SIZE]; /* messages sent last */
};

static void send_line(const char *key, const char *value)
{
	struct wire_writer message;
	wire_begin(&message);
	wire_add(&message, key, value);
	if (wire_end(&message) && write(STDOUT_FILENO, message.bytes, message.length) < 0)
		exit(EXIT_SUCCESS);
}

/* Send a text unless it was the last of its kind. */
static void send_change(char last[TEXT_SIZE], const char *text)
{
	if (strcmp(last, text) == 0)
		return;
	snprintf(last, TEXT_SIZE, "%s", text);
	send_line("action", text);
}

static void fail(struct calls *calls, int error)
{
	send_line("error", pa_strerror(error));
	calls->loop->quit(calls->loop, EXIT_FAILURE);
}

/* Send a request; without one there will be no reply. */
static void ask(struct calls *calls, pa_operation *operation)
{
	if (operation)
		pa_operation_unref(operation);
	else
		fail(calls, pa_context_errno(calls->context));
}

static void begin_reading(struct calls *calls);

static void end_reading(struct calls *calls)
{
	char text[TEXT_SIZE];
	snprintf(text, sizeof(text), calls->reading.on ? "on %s" : "off", calls->reading.who);
	send_change(calls->said, text);
	calls->asked = false;
	if (calls->again)
		begin_reading(calls);
}

/* Not a call: a level meter, a module of the server, a pause, and what is heard in place of what is
 * said. */
static bool is_recorder(const struct reading *reading, const pa_source_output_info *output)
{
	const char *peaks = pa_proplist_gets(output->proplist, "resample.peaks");
	bool meter = (output->resample_method && strcmp(output->resample_method, "peaks") == 0) ||
		     (peaks && strcmp(peaks, "true") == 0);
	if (meter || output->corked || output->client == PA_INVALID_INDEX)
		return false;
	for (int i = 0; i < reading->monitor_count; i++)
		if (reading->monitors[i] == output->source)
			return false;
	return true;
}

static void on_output(pa_context *context, const pa_source_output_info *output, int last,
		      void *user)
{
	struct calls *calls = user;
	struct reading *reading = &calls->reading;
	if (last) {
		end_reading(calls);
		return;
	}
	const char *name = pa_proplist_gets(output->proplist, PA_PROP_APPLICATION_NAME);
	if (reading->on || !is_recorder(reading, output))
		return;
	reading->on = true;
	snprintf(reading->who, sizeof(reading->who), "%s", name ? name : output->name);
}

static void on_source(pa_context *context, const pa_source_info *source, int last, void *user)
{
	struct calls *calls = user;
	struct reading *reading = &calls->reading;
	if (last)
		ask(calls, pa_context_get_source_output_info_list(context, on_output, calls));
	else if (source->monitor_of_sink != PA_INVALID_INDEX &&
		 reading->monitor_count < MONITORS_MAX)
		reading->monitors[reading->monitor_count++] = source->index;
}

static void begin_reading(struct calls *calls)
{
	calls->again = calls->asked;
	if (calls->asked)
		return;
	calls->asked = true;
	memset(&calls->reading, 0, sizeof(calls->reading));
	ask(calls, pa_context_get_source_info_list(calls->context, on_source, calls));
}

static void on_change(pa_context *context, pa_subscription_event_type_t kind, uint32_t index,
		      void *user)
{
	begin_reading(user);
}

static void on_server(pa_context *context, const pa_server_info *server, void *user)
{
	struct calls *calls = user;
	char text[TEXT_SIZE];
	if (!server) {
		fail(calls, pa_context_errno(context));
		return;
	}
	bool pipewire = server->server_name && strstr(server->server_name, "PipeWire");
	snprintf(text, sizeof(text), "server %s", pipewire ? "PipeWire" : "PulseAudio");
	send_line("shown", "1");
	send_change(calls->server, text);
	begin_reading(calls);
}

static void on_state(pa_context *context, void *user)
{
	struct calls *calls = user;
	pa_context_state_t state = pa_context_get_state(context);
	if (state == PA_CONTEXT_READY) {
		pa_context_set_subscribe_callback(context, on_change, calls);
		ask(calls,
		    pa_context_subscribe(context, PA_SUBSCRIPTION_MASK_SOURCE_OUTPUT, NULL, NULL));
		ask(calls, pa_context_get_server_info(context, on_server, calls));
	} else if (!PA_CONTEXT_IS_GOOD(state)) {
		fail(calls, pa_context_errno(context));
	}
}

static void on_input(pa_mainloop_api *loop, pa_io_event *event, int fd, pa_io_event_flags_t flags,
		     void *user)
{
	char ignored[WIRE_MAX];
	ssize_t n = read(fd, ignored, sizeof(ignored));
	if (n == 0 || (n < 0 && errno != EINTR && errno != EAGAIN))
		loop->quit(loop, EXIT_SUCCESS);
}

int main(void)
{
	struct calls calls = { 0 };
	int code = EXIT_FAILURE;
	/* libpulse would ask the X server for the address of a sound server. */
	unsetenv("DISPLAY");
	pa_mainloop *mainloop = pa_mainloop_new();
	if (!mainloop)
		return EXIT_FAILURE;
	calls.loop = pa_mainloop_get_api(mainloop);
	calls.context = pa_context_new(calls.loop, "Limber");
	calls.loop->io_new(calls.loop, STDIN_FILENO, PA_IO_EVENT_INPUT, on_input, &calls);
	if (!calls.context)
		return EXIT_FAILURE;
	pa_context_set_state_callback(calls.context, on_state, &calls);
	if (pa_context_connect(calls.context, NULL, PA_CONTEXT_NOAUTOSPAWN, NULL) < 0)
		fail(&calls, pa_context_errno(calls.context));
	(void)pa_mainloop_run(mainloop, &code);
	pa_context_unref(calls.context);
	pa_mainloop_free(mainloop);
	return code;
}
