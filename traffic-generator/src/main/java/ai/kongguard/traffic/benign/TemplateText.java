package ai.kongguard.traffic.benign;

import java.util.SplittableRandom;

/** Texts with placeholders of template engines and message catalogues, as kept in mail and page editors. */
final class TemplateText {

    private static final Grammar GRAMMAR = English.GRAMMAR
            .extend()
            .lines(
                    "placeholder",
                    """
                    {{ ‹snake› }}
                    {{‹camel›}}
                    {{ ‹word›.‹snake› }}
                    {{ ‹word›.‹snake› | ‹upcase|capitalize|escape|date: "%Y-%m-%d"|default|money› }}
                    {{{‹camel›}}}
                    ${‹camel›}
                    ${‹word›.‹camel›}
                    #{‹word›.‹snake›}
                    <%= ‹snake› %>
                    <%= @‹word›.‹snake› %>
                    {‹camel›}
                    {0}
                    %s
                    %{‹snake›}
                    %‹#1-9›$s
                    $‹snake›
                    :‹snake›
                    [[‹!word›]]
                    *|‹!word›|*
                    __‹!word›__
                    @{‹word›}
                    [% ‹word›.‹word› %]
                    {!‹^word›.‹^word›__c}
                    %%‹!word›%%
                    """)
            .blocks(
                    "template",
                    """
                    Hello ‹placeholder›,

                    ‹sentence› ‹placeholder› ‹clause›.

                    ‹placeholder›
                    ====
                    Dear {{ customer.first_name | default: "‹people›" }}, your order {{ order.number }} is ‹adjective›.
                    ====
                    {% for item in ‹word›.items %}
                      <li>{{ item.‹snake› }} - {{ item.price | money }}</li>
                    {% endfor %}
                    ====
                    {% if user.is_‹adjective› %}‹sentence›{% else %}‹placeholder›{% endif %}
                    ====
                    {{#if ‹camel›}}‹clause›{{else}}‹placeholder›{{/if}}
                    ====
                    {{#each ‹camel›s}}
                    * {{this.‹camel›}} ({{@index}})
                    {{/each}}
                    ====
                    {count, plural, =0 {no ‹thing›s} one {# ‹thing›} other {# ‹thing›s}}
                    ====
                    {gender, select, female {‹clause›} male {‹clause›} other {‹clause›}}
                    ====
                    <% @‹word›s.each do |x| %>
                      <p><%= link_to x.‹snake›, x %></p>
                    <% end %>
                    ====
                    {% extends "‹word›.html" %}
                    {% block ‹word› %}{{ super() }}‹clause›{% endblock %}
                    ====
                    {# ‹clause› #}
                    {%- set ‹snake› = ‹word›.‹snake› | length -%}
                    ====
                    ‹placeholder› ‹past› ‹placeholder›
                    ====
                    ‹clause›: ‹placeholder›
                    ====
                    ‹placeholder›/‹placeholder›
                    ====
                    https://‹domain›/{‹word›}/{‹word›}{?‹word›,‹word›*}
                    ====
                    {{- range .Values.‹camel› }}
                      - name: {{ .‹camel› | quote }}
                    {{- end }}
                    ====
                    <span th:text="${‹word›.‹camel›}" th:if="${not #lists.isEmpty(‹camel›)}">‹word›</span>
                    ====
                    <#list ‹camel›s as x>${x.‹camel›!"-"}<#sep>, </#list>
                    ====
                    #set($x = $‹word›.‹camel›)#foreach($i in $x)$i #end
                    ====
                    <div v-for="x in ‹camel›s" :key="x.id" v-if="x.‹camel›">{{ x.‹camel› }}</div>
                    ====
                    <li *ngFor="let x of ‹camel›s; index as i">{{ x.‹camel› | uppercase }}</li>
                    ====
                    Subject: [‹placeholder›] ‹^clause›
                    """)
            .lines(
                    "any",
                    """
                    ‹placeholder›
                    ‹template›
                    ‹template›
                    ‹template›
                    """)
            .checked();

    private TemplateText() {}

    static String value(SplittableRandom r) {
        return GRAMMAR.draw(r, "any");
    }
}
