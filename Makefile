# For those who come from Snowflake's quickstart: its commands, with its variables. README says what each means here.
# GITHUB_TOKEN is read from the environment by 'make install', and put on no command line.
APP_NAME ?= GITHUB_CONNECTOR
APP_VERSION ?=
STAGE_DB ?= $(APP_NAME)_PACKAGE
STAGE_NAME ?= $(STAGE_DB).APP_SRC.STAGE
WAREHOUSE ?= XS
CONNECTION ?=

# Another folder for the local account's data than .snowpull.
DATA ?=

TARGET = --connection=$(CONNECTION) --package=$(STAGE_DB) $(if $(DATA),--data=$(DATA))
VERSION = --app-version=$(APP_VERSION)

.PHONY: build deploy install upgrade uninstall test

build:
	mvn -q package -Dmaven.test.skip

deploy:
	./snowpull deploy $(TARGET) $(VERSION) --stage=$(STAGE_NAME)

install:
	./snowpull install $(TARGET) $(VERSION) --app=$(APP_NAME) --warehouse=$(WAREHOUSE)

upgrade:
	./snowpull upgrade $(TARGET) $(VERSION) --app=$(APP_NAME)

uninstall:
	./snowpull uninstall $(TARGET) $(VERSION) --app=$(APP_NAME)

test:
	./snowpull test
