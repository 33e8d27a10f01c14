/* The notification server starts and exits, with a card up or while one is being shown. */
#include "tests/bus/desk.h"

#define SERVER "org.freedesktop.Notifications"

/* Each step of the server's life, seen with a card up or while it is being shown. */
static void server_comes_and_goes(struct desk *desk, sd_bus *server)
{
	assert_true(sd_bus_request_name(server, SERVER, SD_BUS_NAME_ALLOW_REPLACEMENT) >= 0);
	assert_true(loop_until(desk->event, &desk->count, 1));
	assert_int_equal(notifier_show(desk->notifier, 7, &walk, buttons), 0);
	if (strcmp(desk->told, "server") != 0)
		fail_msg("%s", desk->told);
}

static sd_bus *connect_server(void)
{
	sd_bus *server = NULL;
	assert_true(private_bus_connect(&private_bus, &server) >= 0);
	return server;
}

static void server_ends(void **state)
{
	(void)state;
	struct desk desk;
	sd_bus *server = connect_server();
	desk_begin(&desk, "card|shown 1|wait");
	server_comes_and_goes(&desk, server);
	assert_true(loop_until(desk.event, &desk.count, 2));
	assert_true(sd_bus_release_name(server, SERVER) >= 0);
	assert_true(loop_until(desk.event, &desk.count, 3));
	assert_true(desk_alone(&desk));
	assert_true(sd_bus_request_name(server, SERVER, 0) >= 0);
	assert_true(loop_until(desk.event, &desk.count, 4));
	assert_string_equal(desk.told, "server; shown; lost; server");
	desk_end(&desk);
	sd_bus_flush_close_unref(server);
}

static void server_is_replaced(void **state)
{
	(void)state;
	struct desk desk;
	sd_bus *old = connect_server(), *new = connect_server();
	desk_begin(&desk, "card|shown 1|wait");
	server_comes_and_goes(&desk, old);
	assert_true(loop_until(desk.event, &desk.count, 2));
	assert_true(sd_bus_request_name(new, SERVER, SD_BUS_NAME_REPLACE_EXISTING) >= 0);
	assert_true(loop_until(desk.event, &desk.count, 4));
	assert_string_equal(desk.told, "server; shown; lost; server");
	assert_true(desk_alone(&desk));
	desk_end(&desk);
	sd_bus_flush_close_unref(old);
	sd_bus_flush_close_unref(new);
}

static void server_ends_too_early(void **state)
{
	(void)state;
	struct desk desk;
	sd_bus *server = connect_server();
	desk_begin(&desk, "card|hang");
	server_comes_and_goes(&desk, server);
	sd_bus_flush_close_unref(server);
	assert_true(loop_until(desk.event, &desk.count, 2));
	assert_string_equal(desk.told, "server; failed: the notification server went away");
	assert_true(desk_alone(&desk));
	desk_end(&desk);
}

/* Another name's owner is none of its business. */
static void other_names(void **state)
{
	(void)state;
	struct desk desk;
	sd_bus *server = connect_server();
	desk_begin(&desk, "card|shown 1|wait");
	assert_int_equal(notifier_show(desk.notifier, 7, &walk, buttons), 0);
	assert_true(loop_until(desk.event, &desk.count, 1));
	assert_true(sd_bus_request_name(server, SERVER ".Other", 0) >= 0);
	assert_true(sd_bus_release_name(server, SERVER ".Other") >= 0);
	assert_true(sd_bus_request_name(server, SERVER, 0) >= 0);
	assert_true(loop_until(desk.event, &desk.count, 2));
	assert_string_equal(desk.told, "shown; server");
	desk_end(&desk);
	sd_bus_flush_close_unref(server);
}

int main(void)
{
	int r = desk_main();
	if (r != 0)
		return r;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(server_ends),
		cmocka_unit_test(server_is_replaced),
		cmocka_unit_test(server_ends_too_early),
		cmocka_unit_test(other_names),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	private_bus_finish(&private_bus);
	return failed;
}
